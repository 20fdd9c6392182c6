package org.handbell.cases.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a provider last said of the person at the desk; lives in the session, in memory alone.
///
/// @param idToken shown to the provider when the person signs out
/// @param refreshToken to ask again with; null where the provider gave none
/// @param groups those of the person's groups that mean something here
/// @param saidAt when the provider last vouched for them
/// @param askAt when it is asked again
record Proof(
        String registrationId,
        String personId,
        String subject,
        String idToken,
        @Nullable String refreshToken,
        Set<String> groups,
        Instant saidAt,
        Instant askAt)
        implements Serializable {

    static final String ATTRIBUTE = Proof.class.getName();

    Proof {
        groups = Set.copyOf(groups);
    }

    Proof askedAgainAt(Instant later) {
        return new Proof(
                registrationId, personId, subject, idToken, refreshToken, groups, saidAt, later);
    }

    @Override
    public String toString() {
        return "Proof[" + personId + "]";
    }
}
