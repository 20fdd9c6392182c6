package org.handbell.cases.register;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What happened to each account, for its page; append-only.
interface History {

    void append(String accountId, Line line);

    /// The newest, newest first.
    List<Line> of(String accountId);

    /// @param by person id, or `system`
    /// @param detail short facts without words of a person; may be empty
    /// @param sealedWords empty where there are none
    record Line(Instant at, String by, What what, String detail, byte[] sealedWords) {}

    enum What {
        REQUESTED("Asked for"),
        APPROVED("Approved"),
        REFUSED("Not approved"),
        WITHDRAWN("Approval withdrawn"),
        REVIEWED("Looked at again, and still approved"),
        HANDED_OVER("Handed over"),
        SECOND_OWNER_NAMED("Second owner named"),
        CLOSED("Taken off the register"),
        NOTICE_ACKNOWLEDGED("Notice acknowledged by who holds it"),
        CHECK_BEGUN("Targeted check begun"),
        CHECK_ENDED("Targeted check ended"),
        SPOKESPERSON_AUTHORISED("Allowed to speak for the school"),
        SPOKESPERSON_ENDED("No longer allowed to speak for the school");

        private final String words;

        What(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /// As the audit trail names it: `account.approved`.
        String action() {
            return switch (this) {
                case WITHDRAWN -> "account.approval-withdrawn";
                default -> "account." + name().toLowerCase(Locale.ROOT).replace('_', '-');
            };
        }
    }
}
