/// The commands of this module: all below `maskguard gateway`.
package org.maskguard.gateway.command;
