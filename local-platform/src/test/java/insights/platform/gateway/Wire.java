package insights.platform.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent, right or wrong. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends a request, and returns the whole answer to it. */
    static String ask(int port, String request) throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send(request);
            return wire.readAnswer();
        }
    }

    void send(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (SocketException closedBecauseItWasAnswered) {
            // What was answered can still be read.
        }
    }

    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Head and body of an answer that says its length; of another one, what comes until the end. */
    String readAnswer() throws IOException {
        StringBuilder head = new StringBuilder();
        int length = -1;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            head.append(line).append('\n');
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        boolean isEmpty = head.toString().startsWith("HTTP/1.1 204 ");
        byte[] body =
                isEmpty ? new byte[0] : length < 0 ? socket.getInputStream().readAllBytes() : body(length);
        return head + "\n" + new String(body, StandardCharsets.UTF_8);
    }

    /** Everything until the other side ends the connection. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private byte[] body(int length) throws IOException {
        return socket.getInputStream().readNBytes(length);
    }
}
