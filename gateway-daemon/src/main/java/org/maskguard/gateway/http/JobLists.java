package org.maskguard.gateway.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.store.Job;
import org.maskguard.gateway.store.JobPage;
import org.maskguard.gateway.store.JobQuery;
import org.maskguard.gateway.store.Store;
import org.maskguard.gateway.store.StoreFault;

/// Jobs as JSON. Member names are a contract with programs outside the project. Thread-safe.
final class JobLists {

    static final Set<String> PARAMETERS = Set.of("printer", "state", "after", "limit");

    private static final int USUAL_LIMIT = 100;

    private static final Set<String> STATES =
            Arrays.stream(JobState.values()).map(JobState::word).collect(Collectors.toSet());

    private final Store store;

    JobLists(Store store) {
        this.store = store;
    }

    /// A page of jobs, oldest first.
    Answer page(Map<String, List<String>> query) throws BadRequest, StoreFault {
        JobPage page =
                store.jobs(new JobQuery(only(query, "printer"), states(query), only(query, "after"), limit(query)));
        List<Map<String, Object>> jobs = new ArrayList<>();
        page.jobs().forEach(job -> jobs.add(json(job)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("jobs", jobs);
        answer.put("next", page.next().orElse(null));
        return Answer.json(answer);
    }

    /// One job, with why it is in its state.
    Answer job(String id) throws StoreFault {
        Optional<Job> job = store.job(id);
        if (job.isEmpty()) {
            return Answer.sentence(404, "There is no job " + id + ".");
        }
        Map<String, Object> answer = json(job.get());
        answer.put("why", job.get().why());
        return Answer.json(answer);
    }

    private static Map<String, Object> json(Job job) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", job.id());
        json.put("printer", job.printer());
        json.put("state", job.state());
        // Hosts do not say what they print.
        json.put("name", null);
        json.put("lines", job.lines());
        json.put("sha256", job.sha256());
        json.put("began", job.began());
        json.put("ended", job.ended());
        json.put("verdict", job.verdict());
        json.put("progress", job.progress());
        return json;
    }

    /// States, each in a parameter of its own or several with commas between them.
    private static List<String> states(Map<String, List<String>> query) throws BadRequest {
        List<String> states = new ArrayList<>();
        for (String value : query.getOrDefault("state", List.of())) {
            for (String state : value.split(",", -1)) {
                if (!STATES.contains(state)) {
                    throw new BadRequest("There is no state '" + state + "'.");
                }
                states.add(state);
            }
        }
        return states;
    }

    private static int limit(Map<String, List<String>> query) throws BadRequest {
        Optional<String> text = only(query, "limit");
        if (text.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (text.get().matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text.get());
            if (limit >= 1 && limit <= JobQuery.MOST) {
                return limit;
            }
        }
        throw new BadRequest("'limit' must be from 1 to " + JobQuery.MOST + ".");
    }

    private static Optional<String> only(Map<String, List<String>> query, String name) throws BadRequest {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadRequest("'" + name + "' stands twice.");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }
}
