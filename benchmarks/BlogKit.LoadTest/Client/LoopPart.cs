namespace BlogKit.LoadTest;

/// <summary>What one worker saw.</summary>
internal sealed class LoopPart
{
    private const int FirstServerError = 500;

    /// <summary>The ticks that each success took.</summary>
    public List<long> Times { get; } = new(1 << 16);

    public int Failures { get; private set; }

    public int ServerErrors { get; private set; }

    public void Add(int status, int expected, long ticks)
    {
        if (status == expected)
        {
            Times.Add(ticks);
            return;
        }

        Failures++;
        ServerErrors += status >= FirstServerError ? 1 : 0;
    }
}
