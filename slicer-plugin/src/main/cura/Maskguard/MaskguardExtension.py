"""Stops Cura's writes of what the guard refuses."""

import hashlib
import html
import os
import shutil
import tempfile

from UM.Application import Application
from UM.Extension import Extension
from UM.Logger import Logger
from UM.Message import Message
from UM.OutputDevice import OutputDeviceError

from . import Scene
from .Guard import Guard, GuardFailed, private_folder

SETTINGS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "maskguard.json")

CATEGORIES = {
    "mask": "a wearable, life-size mask of a human face",
    "mould": "a mould in which a life-size mask of a human face can be cast",
    "parts": "several parts which together make a life-size mask of a human face",
    "partial-mask": "a life-size part of a human face, such as can be worn or cast",
    "head": "a life-size human head without room to wear it",
    "relief": "a life-size human face on a plate or block, without room to wear it",
    "stylised": "a face outside the human range, such as a caricature or an animal",
}


class MaskguardExtension(Extension):
    """Judges the scene whenever an output device is about to write.

    Cura tells that synchronously and before it opens a file, and takes an exception for a no. Whatever goes wrong with
    the guard is said and stops nothing.
    """

    def __init__(self, guard=None):
        super().__init__()
        self._guard = guard or Guard(SETTINGS)
        # By the digest of what was judged: saving twice is judged once.
        self._verdicts = {}
        self._allowed = set()
        self._message = None
        self._folder = None
        Application.getInstance().getOutputDeviceManager().writeStarted.connect(self._writing)

    def _writing(self, device):
        try:
            refused = self._refused()
        except GuardFailed as e:
            self._say("Maskguard could not judge this, and lets it go: %s" % html.escape(str(e)), "WARNING", 30)
            return
        except Exception as e:
            Logger.logException("e", "Maskguard failed")
            self._say("Maskguard failed (%s), and lets this go." % html.escape(type(e).__name__), "WARNING", 30)
            return
        if refused:
            release(device)
            # Cura's own way to end a write. It says nothing of itself, so that ours is the only message.
            raise OutputDeviceError.UserCanceledError("Maskguard stopped this export")

    def _refused(self):
        """Whether what is to be written is refused; says so, and says what is warned of."""
        suffix, content = self._content()
        if not content:
            return False
        digest = hashlib.sha256(content).hexdigest()
        if digest in self._allowed:
            return False
        self._forget()
        folder = private_folder()
        try:
            path = os.path.join(folder, "scene" + suffix)
            with open(path, "wb") as out:
                out.write(content)
            verdict = self._verdicts.get(digest)
            if verdict is None:
                verdict = self._guard.judge(path)
                self._verdicts = {digest: verdict}
            if verdict["verdict"] in ("refuse", "warn"):
                self._folder = folder
                self._tell(verdict, digest, path, self._guard.picture(path, folder))
            elif verdict["verdict"] == "unreadable":
                raise GuardFailed(str((verdict.get("error") or {}).get("text", "the model cannot be read")))
            return verdict["verdict"] == "refuse"
        finally:
            if self._folder != folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _content(self):
        """What is to be written: the models, or the print job that was opened in their place."""
        application = Application.getInstance()
        scene = application.getController().getScene()
        plate = None
        if hasattr(application, "getMultiBuildPlateModel"):
            plate = application.getMultiBuildPlateModel().activeBuildPlate
        corners = Scene.triangles(scene, plate)
        return (".stl", Scene.stl(corners)) if corners else (".gcode", Scene.gcode(scene, plate))

    def _tell(self, verdict, digest, path, picture):
        refused = verdict["verdict"] == "refuse"
        what = CATEGORIES.get(verdict.get("category"), "a life-size human face")
        lines = [
            ("This is %s. It was not saved or sent." if refused else "This looks like %s. It is written all the same.")
            % html.escape(what)
        ]
        lines += ["• " + html.escape(str(reason.get("text", ""))) for reason in verdict.get("reasons", [])[:4]]
        anyway = refused and self._guard.leaves_it_to_the_maker()
        if anyway:
            lines.append("Your policy leaves it to you: allow it, and save again.")
        self._say(
            "<br>".join(lines),
            "ERROR" if refused else "WARNING",
            0,
            title="Maskguard refused this export" if refused else "Maskguard warns",
            picture=picture,
            actions=[("details", "Details …")] + ([("allow", "Allow it")] if anyway else []),
            chosen=lambda message, action: self._chosen(message, action, digest, path),
        )

    def _chosen(self, message, action, digest, path):
        if action == "allow":
            self._allowed.add(digest)
            message.hide()
        elif action == "details":
            try:
                # The window deletes what it was given.
                handle, shown = tempfile.mkstemp(os.path.splitext(path)[1], "maskguard-")
                os.close(handle)
                shutil.copyfile(path, shown)
                self._guard.show(shown, Application.getInstance().getPrintInformation().jobName or "Cura")
            except (GuardFailed, OSError) as e:
                self._say("The window did not open: %s" % html.escape(str(e)), "WARNING", 30)

    def _say(self, text, kind, lifetime, title="Maskguard", picture=None, actions=(), chosen=None):
        given = {"title": title, "lifetime": lifetime}
        if picture is not None:
            given["image_source"] = address(picture)
        try:
            message = Message(text, message_type=getattr(Message.MessageType, kind), **given)
        except (TypeError, AttributeError):
            # Older than Cura 4.11.
            message = Message(text, **given)
        for action, name in actions:
            message.addAction(action, name, "", "")
        if chosen is not None:
            message.actionTriggered.connect(chosen)
        # Held: what nobody holds is taken away before an action of it can be chosen.
        self._message = message
        message.show()

    def _forget(self):
        """Takes away the message of before, and what was kept for it."""
        if self._message is not None:
            self._message.hide()
            self._message = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def address(path):
    """A file's address, as Cura's messages take it."""
    try:
        from PyQt6.QtCore import QUrl
    except ImportError:
        from PyQt5.QtCore import QUrl
    return QUrl.fromLocalFile(path)


def release(device):
    """Takes away the empty file that a removable drive's device has opened before it asks."""
    stream = getattr(device, "_stream", None)
    name = getattr(stream, "name", None)
    if stream is None or not isinstance(name, str):
        return
    try:
        stream.close()
        device._stream = None
        if os.path.getsize(name) == 0:
            os.remove(name)
    except OSError:
        Logger.log("w", "The empty file %s is left", name)
