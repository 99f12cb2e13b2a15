/// Labelled examples to learn from and to measure with: parametric and real heads, masks made from them in three
/// independent ways, their look-alikes, disturbances, and benign files. Everything follows from explicit seeds.
package org.maskguard.train.example;
