using System.Globalization;
using System.Text;
using System.Xml;
using BlogKit.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.AspNetCore.Tests;

/// <summary>A sender may leave between any two looks at whether they are still there.</summary>
public sealed class LeavingBodyTests
{
    public static readonly TheoryData<Exception, int> Faults = new()
    {
        { new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge), StatusCodes.Status413PayloadTooLarge },
        { new NotSupportedException("No such character set."), StatusCodes.Status415UnsupportedMediaType },
        { new InvalidDataException("Too many fields."), StatusCodes.Status400BadRequest },
        { new DecoderFallbackException("No text."), StatusCodes.Status400BadRequest },
        { new XmlException("No XML."), StatusCodes.Status400BadRequest },
        { new IOException("The connection broke."), StatusCodes.Status400BadRequest },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_in_a_body_is_a_status_or_its_sender_left_but_never_a_fault_of_our_own(Exception fault, int expected)
    {
        var seen = new HashSet<string>();
        for (var stays = 0; stays < 6; stays++)
        {
            seen.Add(await EndAsync(RequestBody.ReadAsync(From(fault, stays))));
            seen.Add(await EndAsync(RequestBody.ReadFormAsync(From(fault, stays))));
        }

        seen.Should().BeEquivalentTo(expected.ToString(CultureInfo.InvariantCulture), "left");
    }

    private static async Task<string> EndAsync<T>(Task<SentBody<T>> reading)
        where T : class
    {
        try
        {
            return (await reading).Status.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            return "left";
        }
    }

    private static DefaultHttpContext From(Exception fault, int stays)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        context.Features.Set<IHttpRequestLifetimeFeature>(new LateLeaver(stays));
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new BrokenStream(fault);
        context.SetEndpoint(new Endpoint(
            null,
            new EndpointMetadataCollection(new EndpointRule(CacheRule.Never) { Body = new BodyLimit(Option: null, static _ => 1_000) }),
            "reads"));
        return context;
    }
}
