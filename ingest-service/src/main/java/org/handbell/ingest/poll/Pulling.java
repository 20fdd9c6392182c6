package org.handbell.ingest.poll;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.account.Accounts;
import org.handbell.ingest.cursor.FingerprintKey;
import org.handbell.ingest.picture.Pictures;
import org.handbell.ingest.publish.Capture;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.watch.Watches;

/// What all pulls of this instance share.
///
/// @param permits bound the looks at the same time
record Pulling(
        Tables tables,
        Sources sources,
        Comparing comparing,
        PollSettings settings,
        IngestMetrics metrics,
        Clock clock,
        Semaphore permits) {

    Accounts accounts() {
        return tables.accounts;
    }

    Watches watches() {
        return tables.watches;
    }

    /// The place of an account, so that what one source left is not read by another, nor after the
    /// account's address changed.
    String place(Source source, String address) {
        return Long.toHexString(comparing.key.of("place", source.name() + " " + address)) + "|";
    }

    /// The tables that are read in full.
    ///
    /// @param reading waits until what is in the tables now has been read, and throws where that
    ///   takes too long
    record Tables(Accounts accounts, Watches watches, Runnable reading) {

        void upToDate() {
            reading.run();
        }
    }

    /// The parts that tell what has changed; those that `of` makes look at no pictures.
    record Comparing(
            FingerprintKey key,
            Listing listing,
            Missing missing,
            Copies copies,
            Pictures pictures) {

        static Comparing of(FingerprintKey key, Capture capture, Clock clock, int presence) {
            return new Comparing(
                    key,
                    new Listing(key, capture, clock),
                    new Missing(key, clock, presence),
                    new Copies(key, clock),
                    Pictures.none());
        }

        /// The same, looking at pictures too.
        Comparing seeing(Pictures seen) {
            return new Comparing(key, listing, missing, copies, seen);
        }
    }
}
