/// How surfaces bend: principal curvatures, shape index and curvedness of height fields.
package org.maskguard.curvature;
