package dev.laurel.badges.artwork;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads PNGs as anybody would. */
public final class PngChunks {

    private PngChunks() {}

    /** The {@code iTXt} chunks that ImageIO finds: the attributes of each. */
    public static List<Map<String, String>> texts(byte[] png) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(input);
            Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            NodeList entries = root.getElementsByTagName("iTXtEntry");
            return IntStream.range(0, entries.getLength())
                    .mapToObj(i -> attributes((Element) entries.item(i)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static Map<String, String> attributes(Element entry) {
        return Map.of(
                "keyword", entry.getAttribute("keyword"),
                "compressionFlag", entry.getAttribute("compressionFlag"),
                "compressionMethod", entry.getAttribute("compressionMethod"),
                "languageTag", entry.getAttribute("languageTag"),
                "translatedKeyword", entry.getAttribute("translatedKeyword"),
                "text", entry.getAttribute("text"));
    }

    /** The credential of a baked PNG. */
    public static String credential(byte[] png) {
        return texts(png).stream()
                .filter(each -> "openbadgecredential".equals(each.get("keyword")))
                .map(each -> each.getOrDefault("text", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected a credential, but there is none."));
    }

    /** The types of all chunks in their order; their checksums have to be right. */
    public static List<String> types(byte[] png) {
        ByteBuffer rest = ByteBuffer.wrap(png).position(8).slice();
        List<String> types = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] content = new byte[4 + rest.getInt()];
            rest.get(content);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            String type = new String(content, 0, 4, US_ASCII);
            int found = rest.getInt();
            if ((int) checksum.getValue() != found) {
                throw new AssertionError(
                        "Expected %s with checksum %08x, but it was %08x"
                                .formatted(type, checksum.getValue(), found));
            }
            types.add(type);
        }
        return types;
    }

    public static BufferedImage pixels(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether two show the same. */
    public static boolean same(byte[] png, byte[] other) {
        return pixels(pixels(png)).boxed().toList().equals(pixels(pixels(other)).boxed().toList());
    }

    /** How many pixels are not white. */
    public static long drawn(BufferedImage image) {
        return pixels(image).filter(rgb -> rgb != 0xFFFFFF).count();
    }

    /** How many pixels have a colour, exactly. */
    public static long ofColour(BufferedImage image, int rgb) {
        return pixels(image).filter(each -> each == rgb).count();
    }

    private static IntStream pixels(BufferedImage image) {
        int[] all =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(all).map(argb -> argb & 0xFFFFFF);
    }
}
