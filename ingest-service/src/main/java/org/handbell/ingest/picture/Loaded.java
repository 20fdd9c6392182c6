package org.handbell.ingest.picture;

import org.handbell.ingest.http.Body;

/// What a server gave for the address of a picture.
sealed interface Loaded {

    record File(Body body) implements Loaded {}

    record Missing(Outcome why) implements Loaded {}
}
