package org.handbell.ingest.picture;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Whether and how far pictures are looked at.
///
/// @param enabled whether pictures are fetched at all
/// @param perPost most pictures of a post, from 0 to 10
/// @param maxBytes largest file, from 1 KB to 16 MB
/// @param maxPixels most pixels that a file may say it has, from 10,000 to 50 million
/// @param perPicture longest time for one picture, fetching included, from 100 ms to 1 min
/// @param perLook longest time for all pictures that one look at an account brings, from 100 ms to
///   5 min: no look at an account takes longer by more than this
/// @param concurrent most pictures that are decoded at the same time, from 1 to 16
/// @param tesseract the program that reads words, by name or path; empty where none is to be read
/// @param language Tesseract's name of the language, or several joined by `+`
/// @param marks an image file for each registered mark, by the name that the register has for it
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.pictures", ignoreUnknownFields = false)
public record PictureSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4") @Min(0) @Max(10) int perPost,
        @DefaultValue("5MB") DataSize maxBytes,
        @DefaultValue("20000000") @Min(10_000) @Max(50_000_000) int maxPixels,
        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration perPicture,
        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration perLook,
        @DefaultValue("2") @Min(1) @Max(16) int concurrent,
        @DefaultValue("tesseract") @NotNull String tesseract,
        @DefaultValue("eng") @NotNull @Pattern(regexp = "[A-Za-z_]{3,20}(\\+[A-Za-z_]{3,20}){0,3}")
                String language,
        @DefaultValue Map<String, Path> marks) {

    private static final DataSize SMALLEST = DataSize.ofKilobytes(1);
    private static final DataSize LARGEST = DataSize.ofMegabytes(16);

    public PictureSettings {
        marks = Map.copyOf(marks);
        if (maxBytes.compareTo(SMALLEST) < 0 || maxBytes.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "handbell.ingest.pictures.max-bytes must be between 1KB and 16MB");
        }
    }
}
