/// What the daemon says to whoever looks after it: one line an event, as text or as JSON.
package org.maskguard.gateway.log;
