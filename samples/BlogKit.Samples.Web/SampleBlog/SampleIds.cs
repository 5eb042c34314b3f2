namespace BlogKit.Samples.Web.SampleBlog;

/// <summary>The application's identities, or for a while those of the sample.</summary>
internal sealed class SampleIds(IIdGenerator usual) : IIdGenerator
{
    private SampleId? _known;

    public Guid Next() => (_known ?? usual).Next();

    public IDisposable Use(SampleId known)
    {
        _known = known;
        return new Back(this);
    }

    private sealed class Back(SampleIds ids) : IDisposable
    {
        public void Dispose() => ids._known = null;
    }
}
