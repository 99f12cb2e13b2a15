"""Calls the guard's own program. Knows nothing of Cura."""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile

# The guard itself gives up after 120 s.
LONGEST = 180

# Cura's packages bring libraries that do not go with the system's Java.
NOT_PASSED_ON = ("LD_LIBRARY_PATH", "LD_PRELOAD", "PYTHONHOME", "PYTHONPATH", "DYLD_LIBRARY_PATH")


class GuardFailed(Exception):
    """The guard is missing or did not answer; says why in one sentence."""


class Guard:
    """The program that `maskguard slicer install` wrote down beside this file."""

    def __init__(self, settings):
        self._settings = settings

    def judge(self, path):
        """The verdict on a file, as `scan --json` gives it."""
        done = self._run(["scan", "--json"] + self._policy() + [path])
        try:
            verdict = json.loads(done.stdout.decode("utf-8").splitlines()[0])
            verdict["verdict"]
            return verdict
        except (ValueError, IndexError, KeyError, TypeError):
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GuardFailed(said[-1] if said else "it ended with %d and said nothing" % done.returncode)

    def picture(self, path, folder):
        """A picture of the face found, a PNG file in the folder; None where there is none."""
        try:
            self._run(["scan", "--report", folder] + self._policy() + [path])
            for name in sorted(os.listdir(folder)):
                if name.endswith(".html") and name != "index.html":
                    with open(os.path.join(folder, name), encoding="utf-8") as page:
                        picture = first_picture(page.read())
                    if picture is not None:
                        target = os.path.join(folder, "face.png")
                        with open(target, "wb") as out:
                            out.write(picture)
                        return target
        except (GuardFailed, OSError):
            pass
        return None

    def show(self, path, name):
        """Opens the window with all that was found, and does not wait."""
        line = [self._launcher(), "app"] + self._policy() + ["--name", name, "--forget", "--", path]
        try:
            subprocess.Popen(
                line,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment(),
                **without_console()
            )
        except OSError as e:
            raise GuardFailed("%s: %s" % (line[0], e.strerror))

    def leaves_it_to_the_maker(self):
        """Whether the policy lets the maker export what was refused."""
        try:
            with open(self._read().get("policy", ""), encoding="utf-8") as policy:
                return re.search(r"^\s*maker_override\s*=\s*true\s*(#.*)?$", policy.read(), re.M) is not None
        except OSError:
            return False

    def _run(self, arguments):
        line = [self._launcher()] + arguments
        try:
            return subprocess.run(
                line,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                timeout=LONGEST,
                env=environment(),
                **without_console()
            )
        except subprocess.TimeoutExpired:
            raise GuardFailed("it did not answer within %d seconds" % LONGEST)
        except OSError as e:
            raise GuardFailed("%s: %s" % (line[0], e.strerror))

    def _policy(self):
        policy = self._read().get("policy", "")
        return ["--policy", policy] if policy and os.path.exists(policy) else []

    def _launcher(self):
        launcher = self._read().get("launcher", "")
        if not launcher:
            raise GuardFailed("the plug-in does not know where Maskguard is; type 'maskguard slicer install'")
        return launcher

    def _read(self):
        try:
            with open(self._settings, encoding="utf-8") as settings:
                return json.load(settings)
        except (OSError, ValueError):
            return {}


def environment():
    """This process's variables, without those that only suit Cura."""
    return {key: value for key, value in os.environ.items() if key not in NOT_PASSED_ON}


def without_console():
    """No black window flashes up on Windows."""
    return {"creationflags": 0x08000000} if sys.platform == "win32" else {}


def first_picture(page):
    """The bytes of the first picture of a face in a report: behind the overview, where there are two."""
    found = re.findall(r"data:image/png;base64,([A-Za-z0-9+/=]+)", page)
    return base64.b64decode(found[min(1, len(found) - 1)]) if found else None


def private_folder():
    """A new folder for what is judged, which nobody else may read."""
    return tempfile.mkdtemp(prefix="maskguard-")
