"""Maskguard in Cura: what is about to be saved or sent is judged first."""

from .MaskguardExtension import MaskguardExtension


def getMetaData():
    return {}


def register(app):
    return {"extension": MaskguardExtension()}
