"""What is about to be printed, as a file that the guard reads."""

import array
import struct

try:
    from UM.Scene.Iterator.DepthFirstIterator import DepthFirstIterator
except ImportError:  # pragma: no cover - only a Cura without its own modules
    DepthFirstIterator = None

FLIPPED = bytes(byte ^ 0x80 for byte in range(256))
RECORD = 50


def triangles(scene, plate):
    """The triangles of all that is printed from a build plate: float32 bytes, 36 a triangle, in Cura's axes."""
    parts = []
    for node in DepthFirstIterator(scene.getRoot()):
        if is_printed(node, plate):
            parts.append(soup(node.getMeshDataTransformed()))
    return b"".join(parts)


def is_printed(node, plate):
    """Whether a node is a model on the plate, and no support blocker or other helper."""
    if not node.callDecoration("isSliceable") or not node.getMeshData():
        return False
    own = node.callDecoration("getBuildPlateNumber")
    if own is not None and plate is not None and own != plate:
        return False
    return not node.callDecoration("isNonPrintingMesh")


def soup(mesh):
    """Three corners a triangle, whether or not the mesh has indices."""
    vertices = mesh.getVertices()
    indices = mesh.getIndices()
    if vertices is None:
        return b""
    if indices is not None:
        try:
            vertices = vertices[indices.reshape(-1)]
        except AttributeError:
            vertices = [vertices[corner] for triangle in indices for corner in triangle]
    return float_bytes(vertices)


def float_bytes(vertices):
    """The coordinates as little-endian float32."""
    try:
        return vertices.astype("<f4").tobytes()
    except AttributeError:
        flat = array.array("f")
        for vertex in vertices:
            flat.extend(vertex)
        if struct.pack("=H", 1) != struct.pack("<H", 1):
            flat.byteswap()
        return flat.tobytes()


def stl(corners):
    """A binary STL in the printer's axes: Cura's y is up, its z towards the viewer.

    Strided copies instead of a loop over triangles, so that a million takes a tenth of a second without numpy too.
    """
    count = len(corners) // 36
    out = bytearray(84 + RECORD * count)
    out[:9] = b"Maskguard"
    struct.pack_into("<I", out, 80, count)
    body = memoryview(out)[84:]
    for corner in range(3):
        for axis, source in enumerate((0, 2, 1)):
            for byte in range(4):
                taken = corners[12 * corner + 4 * source + byte : 36 * count : 36]
                if axis == 1 and byte == 3:
                    taken = taken.translate(FLIPPED)
                at = 12 + 12 * corner + 4 * axis + byte
                body[at::RECORD] = taken
    return bytes(out)


def gcode(scene, plate):
    """The text of a print job that was opened as such; empty where there is none."""
    jobs = getattr(scene, "gcode_dict", None) or {}
    chunks = jobs.get(plate if plate is not None else 0) or []
    return "".join(chunks).encode("utf-8", "replace")
