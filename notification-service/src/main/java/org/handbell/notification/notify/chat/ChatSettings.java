package org.handbell.notification.notify.chat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The rooms, one for each school.
@ConfigurationProperties(prefix = "handbell.chat", ignoreUnknownFields = false)
record ChatSettings(@DefaultValue List<Room> rooms) {

    /// For every school that has no room of its own.
    static final String ANY = "*";

    ChatSettings {
        rooms = List.copyOf(rooms);
        var schools = new HashSet<String>();
        for (var room : rooms) {
            if (!schools.add(room.school())) {
                throw new IllegalArgumentException(
                        "handbell.chat.rooms: two rooms for " + room.school());
            }
        }
    }

    /// A room.
    ///
    /// @param school its name as the register has it, or `*`
    /// @param address of the room's webhook: whoever knows it may write there; or
    /// @param addressFile a file that holds it
    record Room(String school, Form form, @Nullable String address, @Nullable Path addressFile) {

        Room {
            if ((address == null) == (addressFile == null)) {
                throw new IllegalArgumentException(
                        "handbell.chat.rooms, %s: give either address or address-file"
                                .formatted(school));
            }
        }

        /// Without the address: whoever knows it may write there.
        @Override
        public String toString() {
            return "Room[" + school + ", " + form + "]";
        }
    }
}
