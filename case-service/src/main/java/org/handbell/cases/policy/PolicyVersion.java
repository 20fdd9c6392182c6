package org.handbell.cases.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of the trust's policy, without its words.
///
/// @param number 1, 2, 3 … in the order of upload
/// @param name as the trust calls it: `2017-06`
/// @param inForce its first day in force
/// @param reviewOn by when it is to be looked at again; null where it does not say
/// @param hash SHA-256 of its words
public record PolicyVersion(
        long number,
        String name,
        LocalDate inForce,
        @Nullable LocalDate reviewOn,
        String hash,
        String uploadedBy,
        Instant uploadedAt) {}
