package org.maskguard.gateway.sim;

import java.util.function.Consumer;

/// The words of the card (PEERS A7).
final class CardWords {

    private CardWords() {}

    /// Does the command, if it is one of the card's; says whether it was.
    static boolean execute(Words words, Card card, Consumer<String> say) {
        if (words.letter() != 'M') {
            return false;
        }
        String name = words.rest();
        switch (words.code()) {
            case 20 -> list(card, say);
            case 21 -> say.accept("echo:SD card ok");
            case 22 -> card.pause();
            case 23 -> {
                boolean found = card.select(name);
                say.accept(
                        found
                                ? "File opened: " + name + " Size: "
                                        + card.files().get(name).size()
                                : "open failed, File: " + name + ".");
                if (found) {
                    say.accept("File selected");
                }
            }
            case 24 -> card.start();
            case 25 -> card.pause();
            case 27 -> say.accept(card.progress());
            case 28 -> {
                card.create(name);
                say.accept("echo:Now fresh file: " + name);
                say.accept("Writing to file: " + name);
            }
            case 29 -> card.close();
            case 30 -> {
                boolean gone = !name.isEmpty() && card.files().remove(name) != null;
                say.accept(gone ? "File deleted:" + name : "Deletion failed, File: " + name + ".");
            }
            case 32 -> {
                String file = name.replaceFirst("^.*!", "").replaceFirst("#.*$", "");
                if (card.select(file)) {
                    card.start();
                } else {
                    say.accept("open failed, File: " + file + ".");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void list(Card card, Consumer<String> say) {
        say.accept("Begin file list");
        card.files().forEach((file, lines) -> say.accept(file + " " + lines.size()));
        say.accept("End file list");
    }
}
