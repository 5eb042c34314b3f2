using Microsoft.AspNetCore.Http.Features;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A sender who is seen to have left from some question on, however late in the reading that is.</summary>
/// <param name="stays">How many questions still hear that the sender is there.</param>
internal sealed class LateLeaver(int stays) : IHttpRequestLifetimeFeature
{
    private int _asked;

    public CancellationToken RequestAborted
    {
        get => new(_asked++ >= stays);
        set => throw new NotSupportedException();
    }

    public void Abort() => _asked = stays;
}
