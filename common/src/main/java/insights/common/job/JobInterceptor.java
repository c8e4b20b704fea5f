package insights.common.job;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Before the one that begins a transaction, so that its end is waited for too. */
@Job
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class JobInterceptor {

    private final Jobs jobs;

    JobInterceptor(Jobs jobs) {
        this.jobs = jobs;
    }

    @AroundInvoke
    Object run(InvocationContext job) throws Exception {
        if (!jobs.begin()) {
            return null;
        }
        try {
            return job.proceed();
        } finally {
            jobs.end();
        }
    }
}
