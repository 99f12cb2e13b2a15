/// Makes the [org.maskguard.landmark.FaceShape] from parametric faces.
package org.maskguard.train.shape;
