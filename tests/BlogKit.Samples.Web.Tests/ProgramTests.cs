namespace BlogKit.Samples.Web.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Program_is_shorter_than_forty_lines() =>
        File.ReadAllLines(Path.Combine(SampleFiles.SampleFolder, "Program.cs")).Should().HaveCountLessThan(40);
}
