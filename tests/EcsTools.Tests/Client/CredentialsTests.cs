using System.Runtime.InteropServices;
using EcsTools.Model;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

/// <summary>As whom a request is signed.</summary>
[Collection(AloneCollection.Name)]
public sealed class CredentialsTests
{
    private const string Two = "[one]\naws_access_key_id = ONE\naws_secret_access_key = secret-one\n"
        + "[two]\naws_access_key_id = TWO\naws_secret_access_key = secret-two\naws_session_token = token-two\n";

    private static string InAnHour => DateTime.UtcNow.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Given_keys_come_before_everything()
    {
        using var environment = new AwsEnvironment().Credentials(Two).Set("AWS_ACCESS_KEY_ID", "ENV").Set("AWS_SECRET_ACCESS_KEY", "secret-env");
        await SignedAsync(new EcsClientSettings { AccessKey = AccessKey, SecretKey = SecretKey, ProfileName = "one" }, AccessKey, SecretKey);
    }

    [Fact]
    public async Task A_named_profile_comes_before_the_variables()
    {
        using var environment = new AwsEnvironment().Credentials(Two).Set("AWS_ACCESS_KEY_ID", "ENV").Set("AWS_SECRET_ACCESS_KEY", "secret-env");
        await SignedAsync(new EcsClientSettings { ProfileName = "one" }, "ONE", "secret-one");
        await SignedAsync(new EcsClientSettings { ProfileName = "two" }, "TWO", "secret-two", "token-two");
    }

    [Fact]
    public async Task The_variables_come_before_AWS_PROFILE_and_the_profile_default_comes_last()
    {
        using var environment = new AwsEnvironment().Credentials(Two + "[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = secret-default\n");
        await SignedAsync(new EcsClientSettings(), "DEFAULT", "secret-default");
        environment.Set("AWS_PROFILE", "two");
        await SignedAsync(new EcsClientSettings(), "TWO", "secret-two", "token-two");
        environment.Set("AWS_ACCESS_KEY_ID", "ENV").Set("AWS_SECRET_ACCESS_KEY", "secret-env").Set("AWS_SESSION_TOKEN", "token-env");
        await SignedAsync(new EcsClientSettings(), "ENV", "secret-env", "token-env");
    }

    [Fact]
    public async Task A_profile_that_changes_in_its_file_is_read_anew()
    {
        using var environment = new AwsEnvironment().Credentials(Two);
        await SignedAsync(new EcsClientSettings { ProfileName = "one" }, "ONE", "secret-one");
        environment.Credentials(Two.Replace("ONE", "UNO", StringComparison.Ordinal));
        await SignedAsync(new EcsClientSettings { ProfileName = "one" }, "UNO", "secret-one");
    }

    [Fact]
    public async Task A_process_gives_credentials()
    {
        var file = Path.Combine(AwsSandbox.Folder, "process.json");
        await File.WriteAllTextAsync(
            file,
            """{"Version":1,"AccessKeyId":"PROC","SecretAccessKey":"secret-process","SessionToken":"token-process"}""",
            TestContext.Current.CancellationToken);
        var command = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? $"cmd /c type {file}" : $"cat {file}";
        using var environment = new AwsEnvironment().Config($"[profile tool]\ncredential_process = {command}\n");
        await SignedAsync(new EcsClientSettings { ProfileName = "tool" }, "PROC", "secret-process", "token-process");
    }

    [Fact]
    public async Task A_role_is_assumed_once_with_its_source_profile_in_the_clients_region()
    {
        using var sts = new HttpPeer(context => HttpPeer.AnswerAsync(context, 200, AssumedRole("AssumeRole")));
        using var environment = new AwsEnvironment().Credentials(Two).Set("AWS_ENDPOINT_URL_STS", sts.Url)
            .Config("[profile role]\nrole_arn = arn:aws-cn:iam::123456789012:role/deployer\nsource_profile = one\nexternal_id = friend\n");
        var factory = new EcsTools.Client.EcsClientFactory();
        for (var i = 0; i < 2; i++)
        {
            await SignedAsync(new EcsClientSettings { ProfileName = "role", Region = "cn-north-1" }, "ROLE", "secret-role", "token-role", settings => factory.Create(settings));
        }

        var asked = Assert.Single(sts.Received);
        var signature = new SigV4(asked);
        Assert.Equal(("ONE", "cn-north-1", "sts"), (signature.AccessKey, signature.Region, signature.Service));
        Assert.Equal(signature.Expected("secret-one"), signature.Signature);
        Assert.Contains("ExternalId=friend", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_is_exchanged_for_a_role()
    {
        var file = Path.Combine(AwsSandbox.Folder, "identity");
        await File.WriteAllTextAsync(file, "web-token", TestContext.Current.CancellationToken);
        using var sts = new HttpPeer(context => HttpPeer.AnswerAsync(context, 200, AssumedRole("AssumeRoleWithWebIdentity")));
        using var environment = new AwsEnvironment().Set("AWS_ENDPOINT_URL_STS", sts.Url).Set("AWS_REGION", "eu-west-1")
            .Config($"[profile pod]\nrole_arn = arn:aws:iam::123456789012:role/pod\nrole_session_name = pod\nweb_identity_token_file = {file}\n");
        await SignedAsync(new EcsClientSettings { ProfileName = "pod" }, "ROLE", "secret-role", "token-role");
        Assert.Contains("WebIdentityToken=web-token", Assert.Single(sts.Received).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_through_SSO_gives_credentials()
    {
        const string start = "https://example.awsapps.com/start";
        var home = Directory.CreateDirectory(Path.Combine(AwsSandbox.Folder, "home")).FullName;
        var cache = Directory.CreateDirectory(Path.Combine(home, ".aws", "sso", "cache")).FullName;
        const string name = "e8be5486177c5b5392bd9aa76563515b29358e6e"; // the start URL's SHA-1, as all AWS tools name the file
        await File.WriteAllTextAsync(
            Path.Combine(cache, name + ".json"),
            $$"""{"startUrl":"{{start}}","region":"us-east-1","accessToken":"sso-token","expiresAt":"{{InAnHour}}"}""",
            TestContext.Current.CancellationToken);
        using var portal = new HttpPeer(HttpPeer.Ok(
            """{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"secret-sso","sessionToken":"token-sso","expiration":4102444800000}}"""));
        using var environment = new AwsEnvironment().Set("HOME", home).Set("USERPROFILE", home).Set("AWS_ENDPOINT_URL_SSO", portal.Url)
            .Config($"[profile sso]\nsso_start_url = {start}\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = admin\n");
        await SignedAsync(new EcsClientSettings { ProfileName = "sso" }, "SSO", "secret-sso", "token-sso");
        Assert.Equal("sso-token", Assert.Single(portal.Received).Headers["x-amz-sso_bearer_token"]);
    }

    [Fact]
    public async Task Without_a_login_an_SSO_profile_says_how_to_log_in()
    {
        using var environment = new AwsEnvironment()
            .Config("[profile out]\nsso_start_url = https://none.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 1\nsso_role_name = admin\n");
        var e = await RefusedAsync(new EcsClientSettings { ProfileName = "out" });
        Assert.Contains("aws sso login --profile out", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_credentials_the_error_names_what_was_tried_and_nothing_is_sent()
    {
        var e = await RefusedAsync(new EcsClientSettings());
        Assert.All(
            ["AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "'default'", "container", "instance", "-ProfileName"],
            said => Assert.Contains(said, e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_may_not_be_assumed_is_an_error_without_a_secret()
    {
        using var sts = new HttpPeer(context => HttpPeer.AnswerAsync(
            context, 403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not yours</Message></Error></ErrorResponse>"));
        using var environment = new AwsEnvironment().Credentials(Two).Set("AWS_ENDPOINT_URL_STS", sts.Url)
            .Config("[profile denied]\nrole_arn = arn:aws:iam::123456789012:role/denied\nsource_profile = one\n");
        var e = await RefusedAsync(new EcsClientSettings { ProfileName = "denied" });
        Assert.Contains("'denied'", e.Message, StringComparison.Ordinal);
        Assert.Contains("role/denied: not yours.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-one", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AKIA", null)]
    [InlineData(null, "wJalr")]
    [InlineData(null, null, "IQoJb3")]
    public void Half_of_the_keys_is_an_error_that_shows_neither(string? key, string? secret, string? token = null)
    {
        var settings = new EcsClientSettings { Region = "eu-west-1", AccessKey = key, SecretKey = secret, SessionToken = token };
        var e = Assert.Throws<EcsException>(() => Connect(settings));
        Assert.Equal("InvalidCredentials", e.ErrorCode);
        Assert.DoesNotContain(key ?? secret ?? token!, e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role_arn = arn:aws:iam::1:role/r\nsource_profile = nobody\n", "nobody")]
    [InlineData("role_arn = arn:aws:iam::1:role/r\nsource_profile = bad\n", "cyclical")]
    [InlineData("region = eu-west-1\n", "bad")]
    public void A_named_profile_that_gives_no_credentials_is_an_error(string content, string said)
    {
        using var environment = new AwsEnvironment().Config("[profile bad]\n" + content);
        var e = Assert.Throws<EcsException>(() => Connect(new EcsClientSettings { Region = "eu-west-1", ProfileName = "bad" }));
        Assert.Equal("InvalidProfile", e.ErrorCode);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    private static async Task SignedAsync(
        EcsClientSettings settings, string accessKey, string secretKey, string? token = null, Func<EcsClientSettings, IEcsClient>? create = null)
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        settings = settings with { EndpointUrl = peer.Url, Region = settings.Region ?? "eu-west-1" };
        using var client = create?.Invoke(settings) ?? Connect(settings);
        await client.ListClustersAsync();

        var request = Assert.Single(peer.Received);
        var signature = new SigV4(request);
        Assert.Equal(accessKey, signature.AccessKey);
        Assert.Equal(signature.Expected(secretKey), signature.Signature);
        Assert.Equal(token, request.Headers.GetValueOrDefault("x-amz-security-token"));
    }

    private static async Task<EcsException> RefusedAsync(EcsClientSettings settings)
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(settings with { EndpointUrl = peer.Url, Region = "eu-west-1" });
        var e = await client.FailAsync();
        Assert.Equal(("CredentialsNotFound", "ListClusters", 0), (e.ErrorCode, e.Operation, e.Attempts));
        Assert.Empty(peer.Received);
        return e;
    }

    private static string AssumedRole(string action) => $"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>
        <AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>secret-role</SecretAccessKey><SessionToken>token-role</SessionToken>
        <Expiration>{InAnHour}</Expiration></Credentials></{action}Result></{action}Response>
        """;
}
