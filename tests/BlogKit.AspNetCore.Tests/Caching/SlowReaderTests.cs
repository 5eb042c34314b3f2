using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

public sealed class SlowReaderTests
{
    private const string Path = "/blog/open-for-talk-and-more";

    // More than all buffers between the two hold.
    private const int Much = 12_000_000;

    [Theory]
    [InlineData(typeof(UnstoredLayout), Path)]
    [InlineData(typeof(FormLayout), Path)]
    [InlineData(typeof(PlainLayout), "/blog/no-such-post")]
    public async Task Who_does_not_read_what_is_theirs_alone_keeps_nobody_waiting(Type layout, string path)
    {
        await using var site = await Site.StartAsync(
            web: o => o.Layout = layout,
            builder: static kit =>
            {
                kit.Services.AddRazorComponents();
                kit.Services.Configure<KestrelServerOptions>(static o => o.Limits.MinResponseDataRate = null);
            });
        using var slow = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await slow.ConnectAsync(site.Address.Host, site.Address.Port);
        await slow.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {site.Address.Authority}\r\n\r\n"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await slow.ReceiveAsync(new byte[1], patience.Token);

        using var reader = new HttpClient { BaseAddress = site.Address, Timeout = TimeSpan.FromSeconds(15) };
        using var answer = await reader.GetAsync(path);

        (await answer.Content.ReadAsStringAsync()).Should().Contain("xxx");
    }

    private class PlainLayout : ComponentBase
    {
        private static readonly string s_much = new('x', Much);

        [Parameter]
        public required PageFrame Frame { get; set; }

        [Parameter]
        public RenderFragment? ChildContent { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddContent(0, ChildContent);
            builder.AddContent(1, s_much);
        }
    }

    private sealed class UnstoredLayout : PlainLayout
    {
        [Inject]
        private IHttpContextAccessor Context { get; set; } = null!;

        protected override void OnInitialized() => Context.HttpContext!.Response.Headers.CacheControl = "private, no-store";
    }

    private sealed class FormLayout : PlainLayout
    {
        [Inject]
        private AntiforgeryStateProvider Proofs { get; set; } = null!;

        protected override void OnInitialized() => Proofs.GetAntiforgeryToken();
    }
}
