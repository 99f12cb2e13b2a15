"""As much of Uranium and Cura as the plug-in touches, for tests without them."""

import sys
import types


class Signal:
    def __init__(self):
        self.connected = []

    def connect(self, function):
        self.connected.append(function)

    def emit(self, *arguments):
        for function in self.connected:
            function(*arguments)


class Message:
    class MessageType:
        POSITIVE = 0
        NEUTRAL = 1
        WARNING = 2
        ERROR = 3

    shown = []

    def __init__(self, text, lifetime=30, title=None, image_source="", message_type=MessageType.NEUTRAL):
        self.text, self.lifetime, self.title, self.image_source = text, lifetime, title, image_source
        self.message_type = message_type
        self.actions = []
        self.hidden = False
        self.actionTriggered = Signal()

    def addAction(self, action, name, icon, description):
        self.actions.append(action)

    def show(self):
        Message.shown.append(self)

    def hide(self):
        self.hidden = True


class WriteRequestFailedError(Exception):
    pass


class UserCanceledError(WriteRequestFailedError):
    pass


class Mesh:
    def __init__(self, vertices, indices=None):
        self._vertices, self._indices = vertices, indices

    def getVertices(self):
        return self._vertices

    def getIndices(self):
        return self._indices


class Node:
    def __init__(self, mesh=None, children=(), sliceable=True, plate=0, helper=False):
        self.mesh, self.children = mesh, list(children)
        self.decorations = {
            "isSliceable": sliceable and mesh is not None,
            "getBuildPlateNumber": plate,
            "isNonPrintingMesh": helper,
        }

    def callDecoration(self, name):
        return self.decorations.get(name)

    def getMeshData(self):
        return self.mesh

    getMeshDataTransformed = getMeshData


def depth_first(node):
    yield node
    for child in node.children:
        yield from depth_first(child)


class Application:
    """The one application: holds the scene and tells when something is written."""

    instance = None

    def __init__(self, root):
        self.writeStarted = Signal()
        self.scene = types.SimpleNamespace(getRoot=lambda: root, gcode_dict={})
        Application.instance = self

    @classmethod
    def getInstance(cls):
        return cls.instance

    def getOutputDeviceManager(self):
        return self

    def getController(self):
        return types.SimpleNamespace(getScene=lambda: self.scene)

    def getMultiBuildPlateModel(self):
        return types.SimpleNamespace(activeBuildPlate=0)

    def getPrintInformation(self):
        return types.SimpleNamespace(jobName="plate")


class QUrl:
    @staticmethod
    def fromLocalFile(path):
        return "file://" + path


def module(name, **content):
    made = types.ModuleType(name)
    made.__dict__.update(content)
    sys.modules[name] = made
    return made


def install():
    module("UM")
    module("UM.Application", Application=Application)
    module("UM.Extension", Extension=type("Extension", (), {}))
    logger = type(
        "Logger", (), {"log": staticmethod(lambda *a: None), "logException": staticmethod(lambda *a: None)}
    )
    module("UM.Logger", Logger=logger)
    module("UM.Message", Message=Message)
    errors = module(
        "UM.OutputDevice.OutputDeviceError",
        WriteRequestFailedError=WriteRequestFailedError,
        UserCanceledError=UserCanceledError,
    )
    module("UM.OutputDevice", OutputDeviceError=errors)
    module("UM.Scene")
    module("UM.Scene.Iterator")
    module("UM.Scene.Iterator.DepthFirstIterator", DepthFirstIterator=depth_first)
    module("PyQt6")
    module("PyQt6.QtCore", QUrl=QUrl)
