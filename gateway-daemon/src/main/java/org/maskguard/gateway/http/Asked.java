package org.maskguard.gateway.http;

import java.util.List;
import java.util.Map;

/// What is asked.
///
/// @param method `GET`, `POST`, …
/// @param path its parts, decoded
/// @param query each parameter's values, decoded
/// @param host the header `Host`, or null
/// @param origin the header `Origin`, or null
/// @param authorization the header `Authorization`, or null
/// @param body text that came with it
record Asked(
        String method,
        List<String> path,
        Map<String, List<String>> query,
        String host,
        String origin,
        String authorization,
        String body) {}
