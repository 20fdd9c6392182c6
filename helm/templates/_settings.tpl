{{- /* The file that a service reads on top of its own: all that is no secret. */ -}}
{{- define "handbell.settings" -}}
{{- $v := .root.Values -}}
{{- $own := .values.settings -}}
{{- range $step := reverse .facts.settings -}}
{{- $own = dict $step $own -}}
{{- end -}}
{{- $file := mergeOverwrite (dict) (deepCopy $own) (include "handbell.commonSettings" . | fromYaml) -}}
{{- if eq .key "case" }}{{ $file = mergeOverwrite $file (include "handbell.caseSettings" . | fromYaml) }}{{ end -}}
{{- if eq .key "notification" }}{{ $file = mergeOverwrite $file (include "handbell.mailSettings" . | fromYaml) }}{{ end -}}
{{- range $key, $setting := .facts.keys -}}
{{- $file = mergeOverwrite $file (dict "handbell" (include "handbell.keySetting" (dict "key" $key "setting" $setting) | fromYaml)) -}}
{{- end -}}
{{- toYaml $file -}}
{{- end -}}

{{- define "handbell.keySetting" -}}
{{- $at := dict -}}
{{- $steps := splitList "." (trimPrefix "handbell." .setting) -}}
{{- $value := printf "/etc/handbell/keys/%s" .key -}}
{{- $tree := dict (last $steps) $value -}}
{{- range $step := reverse (initial $steps) }}{{ $tree = dict $step $tree }}{{ end -}}
{{- toYaml $tree -}}
{{- end -}}

{{- define "handbell.commonSettings" -}}
{{- $v := .root.Values -}}
handbell:
  kafka:
    replication: {{ $v.kafka.replication }}
    {{- if $v.kafka.strimzi.topics }}
    create-topics: false
    {{- end }}
spring:
  kafka:
    bootstrap-servers: {{ $v.kafka.bootstrapServers | quote }}
    {{- $security := include "handbell.kafkaProtocol" .root }}
    {{- if ne $security "PLAINTEXT" }}
    security:
      protocol: {{ $security }}
    {{- end }}
    {{- if and $v.kafka.tls.enabled $v.kafka.tls.caSecret }}
    ssl:
      trust-store-type: PEM
      trust-store-location: file:/etc/handbell/kafka/ca.crt
    {{- end }}
    {{- if eq $v.kafka.authentication "scram-sha-512" }}
    properties:
      sasl.mechanism: SCRAM-SHA-512
    {{- end }}
  {{- if .facts.database }}
  datasource:
    url: {{ include "handbell.databaseUrl" .root | quote }}
  {{- end }}
{{- with $v.logging }}
logging:
  level:
    org.handbell: {{ .level }}
  {{- if ne .format "plain" }}
  structured:
    format:
      console: {{ .format }}
  {{- end }}
{{- end }}
{{- end -}}

{{- define "handbell.kafkaProtocol" -}}
{{- $sasl := eq .Values.kafka.authentication "scram-sha-512" -}}
{{- if .Values.kafka.tls.enabled -}}{{ ternary "SASL_SSL" "SSL" $sasl }}{{- else -}}{{ ternary "SASL_PLAINTEXT" "PLAINTEXT" $sasl }}{{- end -}}
{{- end -}}

{{- define "handbell.databaseUrl" -}}
{{- $pg := .Values.postgresql -}}
{{- $url := printf "jdbc:postgresql://%s:%v/%s?sslmode=%s" $pg.host $pg.port $pg.database $pg.tls.mode -}}
{{- if hasPrefix "verify" $pg.tls.mode -}}
{{- $url = printf "%s&%s" $url (ternary "sslrootcert=/etc/handbell/postgresql/ca.crt" "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" (ne $pg.tls.caSecret "")) -}}
{{- end -}}
{{- $url -}}
{{- end -}}

{{- define "handbell.caseSettings" -}}
{{- $v := .root.Values -}}
handbell:
  console:
    base-url: {{ $v.consoleUrl | trimSuffix "/" | quote }}
  {{- with include "handbell.signInSettings" .root | fromYaml }}
  sign-in: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if $v.case.trustSecret }}
  import:
    trust: /etc/handbell/trust/trust.json
  {{- end }}
server:
  # Whoever stands in front says by which name and scheme people came.
  forward-headers-strategy: native
  servlet:
    session:
      cookie:
        secure: {{ hasPrefix "https://" $v.consoleUrl }}
management:
  server:
    port: {{ .facts.figures }}
spring:
  security:
    oauth2:
      client:
        registration:
          trust:
            client-id: {{ $v.signIn.clientId | quote }}
            client-name: {{ $v.signIn.name | quote }}
            scope: {{ join "," $v.signIn.scopes | quote }}
        provider:
          trust:
            issuer-uri: {{ $v.signIn.issuer | quote }}
{{- end -}}

{{- define "handbell.mailSettings" -}}
{{- $mail := .root.Values.mail -}}
handbell:
  mail:
    from: {{ $mail.from | quote }}
spring:
  mail:
    host: {{ $mail.host | quote }}
    port: {{ $mail.port }}
    properties:
      mail.smtp.auth: {{ ne $mail.existingSecret "" }}
      mail.smtp.starttls.enable: {{ ne $mail.startTls "off" }}
      mail.smtp.starttls.required: {{ eq $mail.startTls "required" }}
{{- end -}}

{{- /* Only what differs from the desk's own defaults. */ -}}
{{- define "handbell.signInSettings" -}}
{{- $signIn := .Values.signIn -}}
{{- $provider := dict -}}
{{- with $signIn.claims.groups }}{{ $_ := set $provider "groups-claim" . }}{{ end -}}
{{- with $signIn.claims.email }}{{ $_ := set $provider "email-claim" . }}{{ end -}}
{{- with $signIn.domain }}{{ $_ := set $provider "domain" . }}{{ end -}}
{{- if not $signIn.verifiedEmail }}{{ $_ := set $provider "verified-claim" "" }}{{ end -}}
{{- with $provider }}
providers:
  trust: {{- toYaml . | nindent 4 }}
{{- end }}
{{- with $signIn.groups }}
groups: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
