/// A web server for tests that says what a test tells it to say.
@NullMarked
package org.handbell.ingest.stub;

import org.jspecify.annotations.NullMarked;
