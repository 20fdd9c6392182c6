package org.handbell.ingest.picture;

import org.handbell.contract.MediaEvent;

/// What became of copying a picture.
public sealed interface Copied {

    /// Its pixels, packed anew: nothing else of the file is in it.
    record Copy(MediaEvent.Captured event) implements Copied {}

    /// There is no copy.
    ///
    /// @param lasting whether trying again would end the same way
    record Nothing(boolean lasting) implements Copied {}
}
