/// Print jobs made by real slicers, and how a guard's verdict on a job agrees with that on the mesh it came from.
///
/// A measuring tool, apart from the samples beside it. It lives in this module because it runs programs that are not
/// part of the project, which nothing in guard-core does; it takes masks and benign files from
/// `guard-core`'s training part, where what may be opened and what is held out is decided, and is the only package of
/// this module that does so. It looks at G-code with a small reader of its own ([Beads]), so that what it says of a job
/// does not depend on the reading that is being measured.
package org.maskguard.suite.slicing;
