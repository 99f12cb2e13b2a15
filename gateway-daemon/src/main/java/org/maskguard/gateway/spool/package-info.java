/// Jobs on disk: the significant lines of each, written before they are acknowledged, and read again for judging and
/// for replay.
package org.maskguard.gateway.spool;
