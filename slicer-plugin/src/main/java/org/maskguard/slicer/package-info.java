/// The guard inside slicers: judging what they are about to export, and getting in there.
///
/// `export` judges, `profile` writes into slicers' settings; what is here are the commands on top of both.
package org.maskguard.slicer;
