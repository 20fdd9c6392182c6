package org.handbell.ingest.picture;

/// Looks at one file.
final class Eyes {

    private final Decoder decoder;
    private final Words words;
    private final Marks marks;

    Eyes(Decoder decoder, Words words, Marks marks) {
        this.decoder = decoder;
        this.words = words;
        this.marks = marks;
    }

    /// Whether words are read.
    boolean read() {
        return words.isReading();
    }

    Sight look(byte[] file) throws InterruptedException {
        return switch (decoder.decode(file)) {
            case Decoded.Unread(var why) -> Sight.none(why);
            case Decoded.Picture(_, var image, var located) ->
                    new Sight(
                            Outcome.LOOKED, words.in(image).orElse(null), marks.in(image), located);
        };
    }

    Decoded decode(byte[] file) {
        return decoder.decode(file);
    }
}
