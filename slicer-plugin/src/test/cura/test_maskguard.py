"""The plug-in for Cura without Cura: python3 -m unittest discover -s slicer-plugin/src/test/cura"""

import base64
import json
import os
import stat
import struct
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "..", "..", "main", "cura"))

import fakes

fakes.install()

from Maskguard import Scene, getMetaData, register
from Maskguard.Guard import Guard, GuardFailed, first_picture
from Maskguard.MaskguardExtension import MaskguardExtension

TRIANGLE = [(1.0, 2.0, 3.0), (4.0, 5.0, 6.0), (7.0, 8.0, 9.0)]
REFUSED = {"verdict": "refuse", "category": "mask", "reasons": [{"code": "human-face", "text": "A <face>."}]}
WARNED = {"verdict": "warn", "category": "head", "reasons": []}
PASSED = {"verdict": "pass", "category": "none", "reasons": []}


class FakeGuard:
    def __init__(self, verdict, override=False):
        self.verdict, self.override = verdict, override
        self.judged, self.shown = [], []

    def judge(self, path):
        with open(path, "rb") as judged:
            self.judged.append(judged.read())
        self.folder = os.path.dirname(path)
        if isinstance(self.verdict, Exception):
            raise self.verdict
        return self.verdict

    def picture(self, path, folder):
        return os.path.join(folder, "face.png")

    def show(self, path, name):
        self.shown.append((path, name))

    def leaves_it_to_the_maker(self):
        return self.override


class ExtensionTest(unittest.TestCase):
    def setUp(self):
        fakes.Message.shown.clear()
        self.app = fakes.Application(fakes.Node(children=[fakes.Node(fakes.Mesh(TRIANGLE))]))

    def write(self, guard, device=None):
        """One write, as Cura does it; whether it went through."""
        self.extension = MaskguardExtension(guard)
        return self.again(device)

    def again(self, device=None):
        try:
            self.app.writeStarted.emit(device or object())
            return True
        except fakes.WriteRequestFailedError:
            return False

    def test_what_passes_is_written_and_nothing_is_said(self):
        guard = FakeGuard(PASSED)
        self.assertTrue(self.write(guard))
        self.assertEqual([], fakes.Message.shown)
        self.assertFalse(os.path.exists(guard.folder))

    def test_what_is_refused_is_not_written_and_says_why_with_a_picture(self):
        self.assertFalse(self.write(FakeGuard(REFUSED)))
        [message] = fakes.Message.shown
        self.assertEqual(fakes.Message.MessageType.ERROR, message.message_type)
        self.assertIn("wearable, life-size mask", message.text)
        self.assertIn("A &lt;face&gt;.", message.text)
        self.assertTrue(message.image_source.endswith("face.png"))
        self.assertEqual(["details"], message.actions)
        self.assertEqual(0, message.lifetime)

    def test_what_is_warned_of_is_written_and_said(self):
        self.assertTrue(self.write(FakeGuard(WARNED)))
        [message] = fakes.Message.shown
        self.assertEqual(fakes.Message.MessageType.WARNING, message.message_type)
        self.assertIn("written all the same", message.text)

    def test_a_guard_that_fails_is_said_and_stops_nothing(self):
        for failure in (GuardFailed("it is <not> there"), ValueError("a fault"), {"verdict": "unreadable"}):
            fakes.Message.shown.clear()
            self.app = fakes.Application(fakes.Node(children=[fakes.Node(fakes.Mesh(TRIANGLE))]))
            guard = FakeGuard(failure)
            self.assertTrue(self.write(guard))
            [message] = fakes.Message.shown
            self.assertIn("let", message.text)
            self.assertNotIn("<not>", message.text)
            self.assertFalse(os.path.exists(guard.folder))

    def test_the_same_scene_is_judged_once(self):
        guard = FakeGuard(PASSED)
        self.assertTrue(self.write(guard))
        self.assertTrue(self.again())
        self.assertEqual(1, len(guard.judged))

    def test_the_maker_allows_it_only_where_the_policy_says_so_and_only_this_scene(self):
        self.assertFalse(self.write(FakeGuard(REFUSED, override=True)))
        message = fakes.Message.shown[-1]
        self.assertEqual(["details", "allow"], message.actions)
        message.actionTriggered.emit(message, "allow")
        self.assertTrue(self.again())
        self.app.scene.getRoot().children.append(fakes.Node(fakes.Mesh(TRIANGLE)))
        self.assertFalse(self.again())

    def test_a_new_message_takes_the_old_one_and_its_files_away(self):
        guard = FakeGuard(REFUSED)
        self.write(guard)
        first, folder = fakes.Message.shown[-1], guard.folder
        self.assertTrue(os.path.exists(folder))
        self.again()
        self.assertTrue(first.hidden)
        self.assertFalse(os.path.exists(folder))

    def test_details_open_the_window_on_a_copy(self):
        guard = FakeGuard(REFUSED)
        self.write(guard)
        message = fakes.Message.shown[-1]
        message.actionTriggered.emit(message, "details")
        [(path, name)] = guard.shown
        with open(path, "rb") as copy:
            self.assertEqual(guard.judged[0], copy.read())
        self.assertEqual("plate", name)
        os.remove(path)

    def test_an_empty_scene_asks_nobody(self):
        self.app = fakes.Application(fakes.Node())
        guard = FakeGuard(REFUSED)
        self.assertTrue(self.write(guard))
        self.assertEqual([], guard.judged)

    def test_a_print_job_that_was_opened_is_judged_as_such(self):
        self.app = fakes.Application(fakes.Node())
        self.app.scene.gcode_dict = {0: [";FLAVOR:Marlin\n", "G1 X1 E1\n"]}
        guard = FakeGuard(REFUSED)
        self.assertFalse(self.write(guard))
        self.assertEqual([b";FLAVOR:Marlin\nG1 X1 E1\n"], guard.judged)

    def test_the_empty_file_that_a_removable_drive_opened_is_taken_away(self):
        device = type("Device", (), {})()
        device._stream = tempfile.NamedTemporaryFile("w", delete=False)
        name = device._stream.name
        self.assertFalse(self.write(FakeGuard(REFUSED), device))
        self.assertFalse(os.path.exists(name))
        self.assertIsNone(device._stream)

    def test_cura_is_given_an_extension(self):
        self.assertEqual({}, getMetaData())
        self.assertIsInstance(register(self.app)["extension"], MaskguardExtension)


class SceneTest(unittest.TestCase):
    def corners(self, root):
        return Scene.triangles(fakes.Application(root).scene, 0)

    def test_a_triangle_comes_out_in_the_printers_axes(self):
        written = Scene.stl(self.corners(fakes.Node(fakes.Mesh(TRIANGLE))))
        self.assertEqual(84 + 50, len(written))
        self.assertEqual(1, struct.unpack_from("<I", written, 80)[0])
        self.assertEqual((1, -3, 2, 4, -6, 5, 7, -9, 8), struct.unpack_from("<9f", written, 96))
        self.assertFalse(written.startswith(b"solid"))

    def test_an_indexed_mesh_comes_out_as_its_triangles(self):
        vertices = TRIANGLE + [(0.5, -0.25, 0.0)]
        corners = self.corners(fakes.Node(fakes.Mesh(vertices, [(0, 1, 2), (3, 2, 1)])))
        self.assertEqual((0.5, -0.25, 0.0, 7, 8, 9, 4, 5, 6), struct.unpack_from("<9f", corners, 36))

    def test_helpers_and_other_plates_are_left_out(self):
        root = fakes.Node(
            children=[
                fakes.Node(fakes.Mesh(TRIANGLE), helper=True),
                fakes.Node(fakes.Mesh(TRIANGLE), plate=1),
                fakes.Node(fakes.Mesh(TRIANGLE), sliceable=False),
                fakes.Node(fakes.Mesh(TRIANGLE)),
            ]
        )
        self.assertEqual(36, len(self.corners(root)))

    def test_a_mesh_without_vertices_is_nothing(self):
        self.assertEqual(b"", self.corners(fakes.Node(fakes.Mesh(None))))


class GuardTest(unittest.TestCase):
    def setUp(self):
        if sys.platform == "win32":
            self.skipTest("the guard's place is taken by a script of a POSIX shell")
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.settings = os.path.join(self.folder.name, "maskguard.json")
        self.policy = os.path.join(self.folder.name, "policy.toml")

    def guard(self, script):
        launcher = os.path.join(self.folder.name, "guard's own")
        with open(launcher, "w") as out:
            out.write("#!/bin/sh\n" + script)
        os.chmod(launcher, stat.S_IRWXU)
        with open(self.settings, "w") as out:
            json.dump({"launcher": launcher, "policy": self.policy}, out)
        return Guard(self.settings)

    def test_reads_the_verdict_whatever_the_status(self):
        guard = self.guard("echo '{\"verdict\":\"refuse\",\"category\":\"mask\"}'; exit 1\n")
        self.assertEqual("refuse", guard.judge("x.stl")["verdict"])

    def test_names_the_policy_where_there_is_one(self):
        guard = self.guard("echo \"{\\\"verdict\\\":\\\"$*\\\"}\"\n")
        self.assertEqual("scan --json x.stl", guard.judge("x.stl")["verdict"])
        with open(self.policy, "w") as out:
            out.write("[policy]\n")
        self.assertEqual("scan --json --policy " + self.policy + " x.stl", guard.judge("x.stl")["verdict"])

    def test_says_what_the_guard_said_when_it_fails(self):
        with self.assertRaisesRegex(GuardFailed, "no JDK 25"):
            self.guard("echo 'maskguard: no JDK 25 or newer was found' >&2; exit 3\n").judge("x.stl")
        with self.assertRaisesRegex(GuardFailed, "ended with 3"):
            self.guard("exit 3\n").judge("x.stl")

    def test_says_where_the_guard_should_be(self):
        with open(self.settings, "w") as out:
            json.dump({"launcher": "/nowhere/maskguard"}, out)
        with self.assertRaisesRegex(GuardFailed, "/nowhere/maskguard"):
            Guard(self.settings).judge("x.stl")
        with self.assertRaisesRegex(GuardFailed, "slicer install"):
            Guard(os.path.join(self.folder.name, "missing")).judge("x.stl")

    def test_does_not_hand_on_curas_own_libraries(self):
        os.environ["PYTHONHOME"] = "/nowhere"
        self.addCleanup(os.environ.pop, "PYTHONHOME")
        guard = self.guard("echo \"{\\\"verdict\\\":\\\"[$PYTHONHOME]\\\"}\"\n")
        self.assertEqual("[]", guard.judge("x.stl")["verdict"])

    def test_the_policy_may_leave_it_to_the_maker(self):
        guard = self.guard("")
        self.assertFalse(guard.leaves_it_to_the_maker())
        for text, leaves in (
            ("[policy]\nmaker_override = true # ours\n", True),
            ("[policy]\nmaker_override = false\n", False),
            ("# maker_override = true\n", False),
        ):
            with open(self.policy, "w") as out:
                out.write(text)
            self.assertEqual(leaves, guard.leaves_it_to_the_maker())

    def test_the_picture_is_that_of_the_face_and_not_of_the_plate(self):
        pictures = [base64.b64encode(name).decode() for name in (b"plate", b"face", b"side")]
        page = "".join('<img src="data:image/png;base64,%s">' % picture for picture in pictures)
        self.assertEqual(b"face", first_picture(page))
        self.assertIsNone(first_picture("<p>none</p>"))


if __name__ == "__main__":
    unittest.main()
