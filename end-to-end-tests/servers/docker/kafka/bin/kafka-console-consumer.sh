#!/bin/bash
exec java -XX:+UseSerialGC -Xmx64m -cp '/opt/kafka/libs/*' \
  org.apache.kafka.tools.consumer.ConsoleConsumer "$@"
