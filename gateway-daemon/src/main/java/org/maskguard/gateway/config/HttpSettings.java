package org.maskguard.gateway.config;

/// The HTTP end, on the loopback interface.
///
/// @param enabled whether there is one
/// @param host `127.0.0.1`, `::1` or `localhost`
/// @param port 0 to 65535; 0: any that is free
public record HttpSettings(boolean enabled, String host, int port) {

    /// What holds where nothing is configured.
    public static final HttpSettings USUAL = new HttpSettings(true, "127.0.0.1", 8427);
}
