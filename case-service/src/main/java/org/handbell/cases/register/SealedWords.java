package org.handbell.cases.register;

import org.handbell.cases.evidence.EvidenceLocker;
import org.springframework.stereotype.Component;

/// What people wrote about an account, sealed with a key of its own.
@Component
class SealedWords {

    private static final byte[] NONE = {};

    private final EvidenceLocker locker;

    SealedWords(EvidenceLocker locker) {
        this.locker = locker;
    }

    /// In the caller's transaction. Empty words stay empty.
    byte[] seal(String accountId, String words) {
        if (words.isEmpty()) {
            return NONE;
        }
        locker.prepare(holder(accountId));
        return locker.seal(holder(accountId), words);
    }

    /// Empty where there are none, or where the key was erased.
    String open(String accountId, byte[] sealed) {
        return sealed.length == 0 ? "" : locker.open(holder(accountId), sealed).orElse("");
    }

    private static String holder(String accountId) {
        return "account:" + accountId;
    }
}
