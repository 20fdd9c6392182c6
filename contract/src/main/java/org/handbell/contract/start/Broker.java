package org.handbell.contract.start;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/// The broker as a service was told of it.
///
/// @param address `host:port`, comma separated
/// @param principal as the broker will know the service, for the commands that give it a right
record Broker(String address, String principal) {

    private static final Pattern USER_NAME = Pattern.compile("\\busername\\s*=\\s*\"([^\"]+)\"");

    static Broker of(Map<String, ?> properties) {
        return new Broker(
                words(properties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)),
                principal(properties));
    }

    private static String words(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? String.join(",", several.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static String principal(Map<String, ?> properties) {
        var user = USER_NAME.matcher(String.valueOf(properties.get("sasl.jaas.config")));
        if (user.find()) {
            return "User:" + user.group(1);
        }
        return protocol(properties).contains("SSL") && Certificates.hasOwn(properties)
                ? Certificates.ownPrincipal(properties)
                : "User:ANONYMOUS";
    }

    static String protocol(Map<String, ?> properties) {
        var protocol = properties.get(AdminClientConfig.SECURITY_PROTOCOL_CONFIG);
        return protocol == null ? "PLAINTEXT" : protocol.toString();
    }
}
