namespace BlogKit.Interchange;

/// <summary>Tests that look at the memory of the process, which others would use beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneSuite
{
    public const string Name = "alone";
}
