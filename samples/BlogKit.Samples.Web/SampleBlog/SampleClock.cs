namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>Stands still where it is set, so that what is seeded carries the dates of the sample.</summary>
internal sealed class SampleClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
