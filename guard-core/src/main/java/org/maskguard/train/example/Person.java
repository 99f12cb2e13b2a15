package org.maskguard.train.example;

/// A head drawn from a [ParametricFace]. The arrays are not copied and must not be changed.
///
/// @param seed that it was drawn with
/// @param xyz coordinates of the model's vertices, mm; life-size
/// @param weights one a mode, as drawn
/// @param scale that the surface was multiplied with after the modes
/// @param sex `female` or `male`; empty where the model does not say
/// @param age in years, NaN where the model does not say
/// @param ancestry the model's own word, or two joined by `+`; empty where the model does not say
public record Person(long seed, float[] xyz, double[] weights, double scale, String sex, double age, String ancestry) {}
