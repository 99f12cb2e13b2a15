package org.maskguard.gateway.http;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.maskguard.gateway.daemon.Operator;
import org.maskguard.gateway.store.Permits;
import org.maskguard.gateway.store.Store;
import org.maskguard.gateway.store.StoreFault;
import org.maskguard.trust.Untrusted;

/// What is answered to whom. Thread-safe.
///
/// Everybody on this machine may read; who decides must show the token. A page in a browser can do neither: its
/// requests come with another host's name, or with an origin.
final class Api {

    private static final Pattern LOCAL =
            Pattern.compile("(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");

    private final Operator operator;
    private final Store store;
    private final Permits permits;
    private final Token token;
    private final JobLists jobs;
    private final PrinterLists printers;

    Api(Operator operator, Store store, Permits permits, Token token) {
        this.operator = operator;
        this.store = store;
        this.permits = permits;
        this.token = token;
        jobs = new JobLists(store);
        printers = new PrinterLists(operator);
    }

    Answer answer(Asked asked) {
        if (asked.host() == null || !LOCAL.matcher(asked.host()).matches()) {
            return Answer.sentence(421, "This address is asked for by the name of this machine only: localhost.");
        }
        if (asked.origin() != null && !isLocal(asked.origin())) {
            return Answer.sentence(403, "Pages of other sites may ask for nothing here.");
        }
        try {
            return route(asked);
        } catch (BadRequest e) {
            return Answer.sentence(400, e.getMessage());
        } catch (StoreFault e) {
            return Answer.sentence(503, "The store cannot be read.");
        }
    }

    private Answer route(Asked asked) throws BadRequest, StoreFault {
        List<String> path = asked.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        if (first.equals("health") && path.size() == 2) {
            return get(asked, Set.of(), () -> health(path.get(1)));
        }
        if (!first.equals("api") || path.size() < 2) {
            return nothing();
        }
        return switch (path.get(1)) {
            case "jobs" -> jobs(asked, path);
            case "printers" -> printers(asked, path);
            case "permits" -> path.size() == 2 ? post(asked, this::permit, asked.body()) : nothing();
            default -> nothing();
        };
    }

    private Answer jobs(Asked asked, List<String> path) throws BadRequest, StoreFault {
        return switch (path.size()) {
            case 2 -> get(asked, JobLists.PARAMETERS, () -> jobs.page(asked.query()));
            case 3 -> get(asked, Set.of(), () -> jobs.job(path.get(2)));
            case 4 ->
                switch (path.get(3)) {
                    case "release" -> post(asked, operator::release, path.get(2));
                    case "pause" -> post(asked, operator::pause, path.get(2));
                    case "resume" -> post(asked, operator::resume, path.get(2));
                    case "cancel" -> post(asked, operator::cancel, path.get(2));
                    default -> nothing();
                };
            default -> nothing();
        };
    }

    private Answer printers(Asked asked, List<String> path) throws BadRequest, StoreFault {
        return switch (path.size()) {
            case 2 -> get(asked, Set.of(), printers::all);
            case 4 ->
                switch (path.get(3)) {
                    case "commission" -> post(asked, operator::commission, path.get(2));
                    case "clear-bed" -> post(asked, operator::clearBed, path.get(2));
                    default -> nothing();
                };
            default -> nothing();
        };
    }

    private Operator.Reply permit(String text) {
        try {
            return new Operator.Reply(Operator.Reply.Kind.DONE, permits.add(text));
        } catch (Untrusted e) {
            return new Operator.Reply(Operator.Reply.Kind.NOT_NOW, "Not accepted: " + e.getMessage() + ".");
        } catch (IOException e) {
            return new Operator.Reply(Operator.Reply.Kind.NOT_NOW, "It cannot be kept: " + e.getMessage() + ".");
        }
    }

    private Answer health(String which) {
        return switch (which) {
            case "live" -> Answer.sentence(200, "ok");
            case "ready" -> ready();
            default -> nothing();
        };
    }

    /// Ready to print is a gateway that has tested itself and can write down what it does.
    private Answer ready() {
        String obstacle = operator.obstacle();
        if (!obstacle.isEmpty()) {
            return Answer.sentence(503, "Not ready: " + obstacle + ".");
        }
        String fault = store.fault();
        return fault.isEmpty()
                ? Answer.sentence(200, "ok")
                : Answer.sentence(503, "Not ready: the store cannot be written.");
    }

    /// What is read.
    private interface Reading {
        Answer read() throws BadRequest, StoreFault;
    }

    private static Answer get(Asked asked, Set<String> parameters, Reading reading) throws BadRequest, StoreFault {
        if (!asked.method().equals("GET") && !asked.method().equals("HEAD")) {
            return Answer.onlyBy("GET");
        }
        for (String name : asked.query().keySet()) {
            if (!parameters.contains(name)) {
                throw new BadRequest("Unknown parameter '" + name + "'.");
            }
        }
        return reading.read();
    }

    private Answer post(Asked asked, Function<String, Operator.Reply> deed, String subject) {
        if (!asked.method().equals("POST")) {
            return Answer.onlyBy("POST");
        }
        if (!token.isShownBy(asked.authorization())) {
            return Answer.sentence(401, "Show the token: Authorization: Bearer TOKEN.");
        }
        Operator.Reply reply = deed.apply(subject);
        int status = switch (reply.kind()) {
            case DONE -> 200;
            case UNKNOWN -> 404;
            case NOT_NOW -> 409;
        };
        return Answer.sentence(status, reply.sentence());
    }

    private static boolean isLocal(String origin) {
        return origin.startsWith("http://")
                && LOCAL.matcher(origin.substring("http://".length())).matches();
    }

    private static Answer nothing() {
        return Answer.sentence(404, "There is nothing here.");
    }
}
