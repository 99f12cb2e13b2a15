/// What must be refused, and what stands at the line: masks as people make them from a face, moulds, and parts of
/// masks.
package org.maskguard.suite.positive;
