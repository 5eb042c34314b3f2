namespace BlogKit.AspNetCore.Tests;

/// <summary>A body whose reader throws.</summary>
/// <param name="fault">What it throws.</param>
internal sealed class BrokenStream(Exception fault) : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<int>(fault);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromException<int>(fault);
}
