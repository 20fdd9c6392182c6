package org.handbell.analysis.training;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// As much of an ONNX file as is needed to take weights out and to say where they stand: its
/// initializers and, by name, the weight that each matrix product multiplies with. Numbers of
/// fields are those of the published onnx.proto.
final class OnnxFile {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_NAME = 3;
    private static final int TENSOR_FLOATS = 4;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;

    private final byte[] bytes;
    private final Map<String, Place> tensors = new HashMap<>();
    private final Map<String, String> weightOf = new HashMap<>();

    OnnxFile(byte[] bytes) throws IOException {
        this.bytes = bytes;
        fields(
                0,
                bytes.length,
                (field, at, length) -> {
                    if (field == MODEL_GRAPH) {
                        graph(at, length);
                    }
                });
    }

    /// Where the numbers of a tensor stand in the file.
    record Place(int at, int length) {}

    byte[] bytes() {
        return bytes;
    }

    Place place(String tensor) {
        var place = tensors.get(tensor);
        if (place == null) {
            throw new IllegalArgumentException("the model has no tensor " + tensor);
        }
        return place;
    }

    /// The tensor that a matrix product multiplies with.
    String weightOf(String product) {
        var weight = weightOf.get(product);
        if (weight == null) {
            throw new IllegalArgumentException("the model has no product " + product);
        }
        return weight;
    }

    float[] floats(String tensor) {
        var place = place(tensor);
        var from =
                ByteBuffer.wrap(bytes, place.at(), place.length())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        var floats = new float[from.remaining()];
        from.get(floats);
        return floats;
    }

    private void graph(int from, int size) throws IOException {
        fields(
                from,
                size,
                (field, at, length) -> {
                    if (field == GRAPH_NODE) {
                        node(at, length);
                    } else if (field == GRAPH_INITIALIZER) {
                        tensor(at, length);
                    }
                });
    }

    private void node(int from, int size) throws IOException {
        var inputs = new java.util.ArrayList<String>();
        var name = new StringBuilder();
        fields(
                from,
                size,
                (field, at, length) -> {
                    if (field == NODE_INPUT) {
                        inputs.add(text(at, length));
                    } else if (field == NODE_NAME) {
                        name.append(text(at, length));
                    }
                });
        if (name.toString().contains("MatMul") && inputs.size() > 1) {
            weightOf.put(name.toString(), inputs.get(1));
        }
    }

    private void tensor(int from, int size) throws IOException {
        var name = new StringBuilder();
        var places = new java.util.ArrayList<Place>();
        fields(
                from,
                size,
                (field, at, length) -> {
                    if (field == TENSOR_NAME) {
                        name.append(text(at, length));
                    } else if (field == TENSOR_RAW || field == TENSOR_FLOATS) {
                        places.add(new Place(at, length));
                    }
                });
        if (!places.isEmpty()) {
            tensors.put(name.toString(), places.getFirst());
        }
    }

    private String text(int at, int length) {
        return new String(bytes, at, length, java.nio.charset.StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Field {

        void at(int field, int at, int length) throws IOException;
    }

    /// Every field that has a length.
    private void fields(int from, int size, Field found) throws IOException {
        var in = CodedInputStream.newInstance(bytes, from, size);
        in.setSizeLimit(Integer.MAX_VALUE);
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                in.skipField(tag);
                continue;
            }
            var length = in.readRawVarint32();
            found.at(WireFormat.getTagFieldNumber(tag), from + in.getTotalBytesRead(), length);
            in.skipRawBytes(length);
        }
    }
}
