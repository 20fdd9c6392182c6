package org.handbell.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `accounts.v1` (compacted): the register of accounts as it stands, with the gates that must be
/// met before the first pull. Ingest's work list.
public sealed interface AccountEvent extends Event {

    String accountId();

    @Override
    default String key() {
        return accountId();
    }

    /// The account's row as it stands.
    ///
    /// @param address what the source needs to find it: a feed's URL, `@name@host`, a handle or DID
    /// @param holderId the staff member or governor who holds it
    /// @param academyId the academy it belongs to; null for the trust's own
    /// @param spokesperson whether it may speak for the academy or trust
    /// @param approved whether a named person approved it
    /// @param collectFrom the day its notice took effect; nothing posted earlier is collected; null
    ///   while no notice is in effect
    /// @param revision grows with each change; a reader keeps the highest
    record Registered(
            String accountId,
            Platform platform,
            String address,
            Kind kind,
            String holderId,
            @Nullable String academyId,
            boolean spokesperson,
            boolean approved,
            Gates gates,
            @Nullable LocalDate collectFrom,
            long revision,
            Instant at)
            implements AccountEvent {

        public Registered {
            Require.text(accountId, "accountId");
            Require.present(platform, "platform");
            Require.text(address, "address");
            Require.present(kind, "kind");
            Require.text(holderId, "holderId");
            Require.present(gates, "gates");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("account", accountId, Long.toString(revision));
        }

        /// What still keeps the collector away, in words; empty where it may pull.
        public List<String> unmet() {
            var unmet = new ArrayList<>(gates.unmet());
            if (!approved) {
                unmet.add("approval");
            }
            if (collectFrom == null) {
                unmet.add("notice in effect");
            }
            return List.copyOf(unmet);
        }
    }

    /// The account left the register: a tombstone on the wire.
    record Closed(String accountId, Instant at) implements AccountEvent, Tombstone {

        public Closed {
            Require.text(accountId, "accountId");
            Require.time(at, "at");
        }

        @Override
        public String eventId() {
            return Ids.derive("account-closed", accountId);
        }
    }

    /// Whose account it is in the policy's sense.
    enum Kind {
        PERSONAL,
        GROUP,
        OFFICIAL
    }

    /// The evidence that must be there before anything is pulled; null where it is not there yet.
    ///
    /// @param dpiaReference reference of the data protection impact assessment
    /// @param noticeHash SHA-256 of the published monitoring notice that names the account
    /// @param consultation reference of the consultation with staff or their representatives
    /// @param approver person id of who approved it
    /// @param policyVersion the version of the policy it was approved under
    record Gates(
            @Nullable String dpiaReference,
            @Nullable String noticeHash,
            @Nullable String consultation,
            @Nullable String approver,
            @Nullable String policyVersion) {

        /// Names of the gates that are not met, in the order a person meets them.
        public List<String> unmet() {
            var unmet = new ArrayList<String>();
            need(unmet, dpiaReference, "DPIA reference");
            need(unmet, noticeHash, "monitoring notice");
            need(unmet, consultation, "consultation");
            need(unmet, approver, "approver");
            need(unmet, policyVersion, "policy version");
            return List.copyOf(unmet);
        }

        private static void need(List<String> unmet, @Nullable String evidence, String gate) {
            if (evidence == null || evidence.isBlank()) {
                unmet.add(gate);
            }
        }
    }
}
