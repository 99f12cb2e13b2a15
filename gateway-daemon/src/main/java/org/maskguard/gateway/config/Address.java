package org.maskguard.gateway.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `host:port`, the host being a name, four numbers, or an IPv6 address in brackets.
record Address(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final int MOST = 65535;

    /// @param least port that may be
    static Optional<Address> of(String text, int least) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(3));
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return port < least || port > MOST ? Optional.empty() : Optional.of(new Address(host, port));
    }

    boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.matches("127\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    }
}
