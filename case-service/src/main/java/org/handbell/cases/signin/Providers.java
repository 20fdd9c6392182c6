package org.handbell.cases.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/// The identity providers of the settings. What a provider tells of itself is asked at the start
/// and, where it does not answer then, when somebody wants to sign in: the desk must take in
/// findings even while nobody can sign in.
class Providers implements ClientRegistrationRepository {

    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private final ProviderSettingsReader reader;
    private final List<String> ids;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(OAuth2ClientProperties properties, ProviderSettingsReader reader) {
        this.reader = reader;
        this.ids = List.copyOf(properties.getRegistration().keySet());
    }

    /// Asks every provider what it tells of itself.
    ///
    /// @throws SettingFault for settings that cannot be right; a provider that does not answer is
    ///   only logged
    void askAll() {
        for (var id : ids) {
            reader.check(id);
            try {
                findByRegistrationId(id);
            } catch (ProviderUnreachableException e) {
                log.warn(
                        "Nobody can sign in by {} yet: {} does not answer ({}). It is asked again at"
                                + " each sign-in; check the address and that it runs",
                        id,
                        e.address(),
                        e.reason());
            }
        }
    }

    /// @throws ProviderUnreachableException while it does not answer
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ids.contains(id) ? known.computeIfAbsent(id, reader::read) : null;
    }

    ClientRegistration get(String id) {
        return Objects.requireNonNull(findByRegistrationId(id), id);
    }

    /// Id and name of each, in the order of their ids.
    List<Named> named() {
        return ids.stream().sorted().map(id -> new Named(id, reader.name(id))).toList();
    }

    /// Where a browser signs out of a provider that was reached before.
    Optional<String> endSession(String id) {
        return Optional.ofNullable(known.get(id)).flatMap(reader::endSession);
    }

    /// Where browsers may be sent to sign out.
    List<String> endSessions() {
        var all = new ArrayList<String>();
        ids.forEach(id -> endSession(id).ifPresent(all::add));
        return all;
    }

    /// A provider to go to.
    record Named(String id, String name) {}
}
