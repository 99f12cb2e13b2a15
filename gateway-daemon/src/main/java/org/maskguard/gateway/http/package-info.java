/// The daemon's HTTP end, on this machine only: lists jobs, tells how the daemon is, and takes what operators decide.
package org.maskguard.gateway.http;
