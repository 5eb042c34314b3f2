namespace BlogKit.Browser.Tests;

/// <summary>A post made for a test, and the path of its page.</summary>
internal sealed record SamplePost(PostId Id, string Path);
