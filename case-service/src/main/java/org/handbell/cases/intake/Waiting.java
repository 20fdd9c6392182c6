package org.handbell.cases.intake;

import java.time.Instant;
import java.util.List;
import org.handbell.cases.casefile.Claims;

/// Claims too slight for a case; they wait for the digest. Changes run in the caller's transaction.
interface Waiting {

    void add(Claims claims, Instant expiresAt);

    /// Event ids of the claims that wait about this post, oldest first.
    List<String> ofPost(String postId);

    void remove(String eventId);

    /// Event ids of what expired before this time.
    List<String> expired(Instant before, int most);
}
