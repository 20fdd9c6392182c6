package org.handbell.standalone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private final Door door = Door.container("school.localhost", 8090);

    @ParameterizedTest
    @ValueSource(
            strings = {"school.localhost:8090", "School.localhost", "localhost:1", "127.0.0.1"})
    void itAnswersToItsOwnNames(String host) {
        assertThat(door.answersTo(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elsewhere.example", "school.localhost.example", "0.0.0.0:8090"})
    void itAnswersToNoOther(String host) {
        assertThat(door.answersTo(host)).isFalse();
    }

    @Test
    void onlyTheLoopbackDoorIsForThisMachineAlone() {
        assertThat(Door.loopback(0).bind()).isEqualTo("127.0.0.1");
        assertThat(Door.loopback(0).answersTo("school.localhost")).isFalse();
    }

    @Test
    void aWrongNameOrPortIsNamed() {
        assertThatThrownBy(() -> Door.container("http://school", 8090))
                .hasMessageContaining("http://school");
        assertThatThrownBy(() -> Door.loopback(70_000)).hasMessageContaining("70000");
    }
}
